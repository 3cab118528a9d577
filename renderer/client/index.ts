export { type Client, ClientContext, useClient } from './client.ts';
export { connect } from './connect.ts';
export { connection, type LineState } from './connection.ts';
export { type Host, HostContext, useHost } from './host.ts';
