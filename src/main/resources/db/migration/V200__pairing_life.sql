-- How a pairing goes on once it is in force: near its end, at rest, ended, followed by another.

alter table pairing add column ended_reason varchar(20);
alter table pairing add column predecessor uuid;               -- the pairing it follows: renewed, or with another partner
alter table pairing add column last_activity_on date;          -- the day of the last activity both sides confirmed
alter table pairing add column inactive_since date;            -- flagged, and not decided on yet
alter table pairing add column suspended_on date;
alter table pairing add column suspend_reason varchar(300);
alter table pairing alter column open_pair set data type varchar(50);
alter table pairing add constraint fk_pairing_predecessor foreign key (predecessor) references pairing (id);
alter table pairing add constraint ck_pairing_ended_reason check (ended_reason = any (array['EXPIRY', 'MUTUAL', 'INACTIVE',
  'ORG_DISSOLVED', 'DISCIPLINE', 'OTHER', 'RENEWED', 'PARTNER_CHANGED']));
create index ix_pairing_term_end on pairing (status, term_end);

-- Cases that change a pairing: one at a time.
create table pairing_change (
  case_number  varchar(30)              not null,
  pairing      uuid                     not null,
  request_type varchar(10)              not null,
  opened_at    timestamp with time zone not null,
  closed_at    timestamp with time zone,
  open_pairing uuid,                              -- the pairing while the case is open, else null
  constraint pk_pairing_change primary key (case_number),
  constraint uk_pairing_change_open unique (open_pairing),
  constraint fk_pairing_change_pairing foreign key (pairing) references pairing (id),
  constraint ck_pairing_change_type check (request_type = any (array['RENEW', 'ADJUST', 'TERMINATE']))
);
create index ix_pairing_change_pairing on pairing_change (pairing, opened_at);

insert into parameter (parameter_key, kind, unit, minimum, maximum, choices, basis, sort, version) values
  ('pairing.expiringDays', 'NUMBER', 'day', 1, 365, null, 'D', 81, 0);

insert into parameter_log (id, parameter_key, parameter_value, valid_from, reason, changed_by, changed_at, sequence) values
  ('7b8f2d30-0000-4000-8000-000000000200', 'pairing.expiringDays', '30', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1);
