-- Who takes a person's tasks while that person is away.
create table stand_in (
  id         uuid                     not null,
  absent     varchar(64)              not null, -- the account of who is away
  username   varchar(64)              not null, -- the account of who stands in
  valid_from date                     not null,
  valid_to   date                     not null,
  processes  varchar(1000)            not null, -- process keys with commas, empty for all
  reason     varchar(300)             not null,
  state      varchar(10)              not null, -- what other rooms were told
  created_by varchar(64)              not null,
  created_at timestamp with time zone not null,
  ended_by   varchar(64),
  ended_at   timestamp with time zone,
  constraint pk_stand_in primary key (id),
  constraint ck_stand_in_state check (state = any (array['PLANNED', 'ACTIVE', 'OVER']))
);
create index ix_stand_in_absent on stand_in (absent, state);
create index ix_stand_in_username on stand_in (username, state);

alter table work_share add column acting_for varchar(64); -- the person away, for a stand-in
alter table work_item add column acted_for varchar(64);   -- on whose behalf it was decided
