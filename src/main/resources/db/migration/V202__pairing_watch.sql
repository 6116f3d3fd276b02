-- What was decided about a pairing in force that is inactive, suspended or taken up again.
create table pairing_watch (
  id         uuid                     not null,
  pairing    uuid                     not null,
  kind       varchar(10)              not null,
  note       varchar(300)             not null,
  decided_by varchar(100)             not null,
  decided_at timestamp with time zone not null,
  decided_on date                     not null,
  constraint pk_pairing_watch primary key (id),
  constraint fk_pairing_watch_pairing foreign key (pairing) references pairing (id),
  constraint ck_pairing_watch_kind check (kind = any (array['TALK', 'SUSPEND', 'RESUME']))
);
create index ix_pairing_watch_pairing on pairing_watch (pairing, decided_at);
create index ix_pairing_inactive on pairing (inactive_since);

insert into parameter (parameter_key, kind, unit, minimum, maximum, choices, basis, sort, version) values
  ('pairing.talkAgainDays', 'NUMBER', 'day', 1, 365, null, 'D', 82, 0),
  ('pairing.listRefreshDays', 'NUMBER', 'day', 1, 365, null, 'D; quarterly', 83, 0);

insert into parameter_log (id, parameter_key, parameter_value, valid_from, reason, changed_by, changed_at, sequence) values
  ('7b8f2d30-0000-4000-8000-000000000201', 'pairing.talkAgainDays', '30', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('7b8f2d30-0000-4000-8000-000000000202', 'pairing.listRefreshDays', '92', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1);
