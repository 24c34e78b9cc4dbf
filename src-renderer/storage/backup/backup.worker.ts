import { serveBackups, type ServicePort } from './backup-service.ts';

serveBackups(self as unknown as ServicePort);
