-- Every line of a case's log is sealed with the one before it; see casefile.LogChain.

alter table action_log add column place integer default 0 not null;      -- counted from 1 within the case
alter table action_log add column revision integer default 0 not null;   -- of the case's data at that moment
alter table action_log add column data_hash varchar(64) default '' not null;
alter table action_log add column hash varchar(64) default '' not null;

alter table case_file add column log_place integer default 0 not null;   -- the last line
alter table case_file add column log_hash varchar(64) default '' not null;
alter table case_file add column data_hash varchar(64) default '' not null;
