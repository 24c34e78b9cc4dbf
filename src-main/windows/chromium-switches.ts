import { app } from 'electron';

/** Parts of Chromium that call home or prepare to, and are of no use to a page that never leaves the machine. */
const FEATURES = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Translate',
];

/** Called before the app is ready. Every request is denied by the session too; these keep Chromium from trying. */
export function silenceChromium(developmentUrl: string | null): void {
  const { commandLine } = app;
  const features = [commandLine.getSwitchValue('disable-features'), ...FEATURES].filter((feature) => feature !== '');
  commandLine.appendSwitch('disable-features', features.join(','));
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-sync');
  commandLine.appendSwitch('dns-prefetch-disable');
  commandLine.appendSwitch('no-pings');
  // No looking for a proxy on the network, and no name is ever resolved.
  commandLine.appendSwitch('no-proxy-server');
  const exceptions = developmentUrl === null ? '' : `, EXCLUDE ${new URL(developmentUrl).hostname}`;
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${exceptions}`);
}
