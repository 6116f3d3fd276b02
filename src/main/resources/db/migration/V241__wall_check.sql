-- What officers found on the walls, to be compared with the ledger of plaques.
create table wall_check (
  id          uuid                     not null,
  plaque      varchar(40)              not null,
  checked_on  date                     not null,
  found       varchar(20)              not null,
  note        varchar(500),
  checked_by  varchar(100)             not null,
  recorded_at timestamp with time zone not null,
  constraint pk_wall_check primary key (id),
  constraint ck_wall_check_found check (found = any (array['HANGING', 'ELSEWHERE', 'DAMAGED', 'MISSING']))
);

create index ix_wall_check_plaque on wall_check (plaque, checked_on);
