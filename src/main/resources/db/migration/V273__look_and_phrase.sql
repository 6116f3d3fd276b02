-- when somebody looked at a case last, to say what changed since
create table case_look (
  username    varchar(64)              not null,
  case_number varchar(30)              not null,
  at          timestamp with time zone not null,
  constraint pk_case_look primary key (username, case_number),
  constraint fk_case_look_case foreign key (case_number) references case_file (number)
);

-- sentences for comments: of one person, or of the house
create table phrase (
  id       uuid         not null,
  username varchar(64),  -- null: of the house
  language varchar(5),   -- of the house: shown to readers of this language
  content  varchar(200) not null,
  place    integer      not null,
  constraint pk_phrase primary key (id)
);
create index ix_phrase_username on phrase (username, place);

insert into phrase (id, username, language, content, place) values
  ('00000000-0000-4000-8000-000000000001', null, 'zh', '同意。', 1),
  ('00000000-0000-4000-8000-000000000002', null, 'zh', '材料齐全,同意上报。', 2),
  ('00000000-0000-4000-8000-000000000003', null, 'zh', '请补充材料后重新提交。', 3),
  ('00000000-0000-4000-8000-000000000004', null, 'en', 'Agreed.', 1),
  ('00000000-0000-4000-8000-000000000005', null, 'en', 'The documents are complete; please go on.', 2),
  ('00000000-0000-4000-8000-000000000006', null, 'en', 'Please add the missing documents and send it again.', 3);
