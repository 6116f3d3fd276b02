-- Every case that was completed is an item of the archive, with how long it is kept and where its paper lies.
create table archive_item (
  case_number    varchar(30)              not null,
  search_key     varchar(900)             not null,
  retention      varchar(10)              not null,
  keep_until     integer,                                             -- the last year; null is for ever
  paper_location varchar(200)             default '' not null,
  filed_at       timestamp with time zone not null,
  changed_by     varchar(64),
  changed_at     timestamp with time zone,
  version        integer                  not null,
  constraint pk_archive_item primary key (case_number),
  constraint ck_archive_item_retention check (retention = any (array['PERMANENT', '30Y', '10Y']))
);
create index ix_archive_item_filed on archive_item (filed_at desc, case_number);
create index ix_archive_item_retention on archive_item (retention, filed_at desc, case_number);

insert into parameter (parameter_key, kind, unit, minimum, maximum, choices, basis, sort, version) values
  ('archive.retention', 'CHOICE', null, null, null, '10Y,30Y,PERMANENT', 'R48', 290, 0);
insert into parameter_log (id, parameter_key, parameter_value, valid_from, reason, changed_by, changed_at, sequence) values
  ('7b8f2d30-0000-4000-8000-000000003851', 'archive.retention', '10Y', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1);

insert into archive_item (case_number, search_key, retention, keep_until, paper_location, filed_at, version)
select file.number, lower(file.number || ' ' || file.title_en || ' ' || file.title_zh),
  case replace(kept.content, '"', '') when 'PERMANENT' then 'PERMANENT' when '30Y' then '30Y' else '10Y' end,
  case replace(kept.content, '"', '') when 'PERMANENT' then null when '30Y' then cast(extract(year from file.closed_at) as integer) + 30
    else cast(extract(year from file.closed_at) as integer) + 10 end,
  coalesce(substring(replace(place.content, '"', '') from 1 for 200), ''), file.closed_at, 0
from case_file file
  left join case_field kept on kept.case_id = file.id and kept.name = 'retention'
  left join case_field place on place.case_id = file.id and place.name = 'paperLocation'
where file.status = 'completed' and file.closed_at is not null;

-- Follow-up tasks of all states, in order of their days.
create index ix_follow_up_due on follow_up (due_on, id);
