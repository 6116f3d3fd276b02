-- What lists are sorted by and searched for.

alter table case_file add column fact_en varchar(200);                               -- the one deciding fact
alter table case_file add column fact_zh varchar(200);
alter table case_file add column fact_key varchar(120) default '' not null;
alter table case_file add column requester_key varchar(120) default '' not null;

alter table work_share add column due_key timestamp with time zone
  default timestamp with time zone '9999-12-31 00:00:00+00' not null;                -- without deadline last
alter table work_share add column subject_en_key varchar(120) default '' not null;
alter table work_share add column subject_zh_key varchar(120) default '' not null;
alter table work_share add column requester_key varchar(120) default '' not null;
alter table work_share add column fact_key varchar(120) default '' not null;

update case_file set requester_key = initiator;
update work_share set
  due_key = coalesce(due_at, timestamp with time zone '9999-12-31 00:00:00+00'),
  subject_en_key = (select lower(substring(w.title_en, 1, 120)) from work_item w where w.id = work_share.task_id),
  subject_zh_key = (select lower(substring(w.title_zh, 1, 120)) from work_item w where w.id = work_share.task_id),
  requester_key = (select w.requested_by from work_item w where w.id = work_share.task_id);

-- every list of a person is one range of one of these
create index ix_work_share_due on work_share (username, view_name, due_key, task_id);
create index ix_work_share_subject_en on work_share (username, view_name, subject_en_key, task_id);
create index ix_work_share_subject_zh on work_share (username, view_name, subject_zh_key, task_id);
create index ix_work_share_requester on work_share (username, view_name, requester_key, task_id);
create index ix_work_share_fact on work_share (username, view_name, fact_key, task_id);

-- what is found when one searches: beginnings of words, of Chinese text at every character, of its initials
create table case_word (
  case_number varchar(30)  not null,
  source      varchar(140) not null, -- which part of the case it comes from
  token       bytea        not null, -- UTF-8, so that ranges are ranges in every database
  constraint pk_case_word primary key (case_number, token, source)
);
create index ix_case_word_token on case_word (token, case_number);

-- what people are called, for lists that name them
create view person_name as
  select username, coalesce(name_en, name) as name_en, name as name_zh from person where username is not null;
