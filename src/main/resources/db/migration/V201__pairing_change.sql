-- A renewal follows its own pair, which still holds the pair until its term is over.
alter table pairing add column renewal boolean default false not null;

-- The case in which a version of an agreement was made; its text is kept there.
alter table agreement add column case_number varchar(30);
update agreement set case_number = (select p.case_number from pairing p where p.id = agreement.pairing);

-- Rows that an adjustment under way will add, and in which case.
alter table list_item add column staged_case varchar(30);
alter table annual_plan_row add column staged_case varchar(30);

-- How far an item of the three lists is, and what became of it.
alter table list_item add column claimed_by varchar(100);
alter table list_item add column version integer default 0 not null;
create table list_item_progress (
  id          uuid                     not null,
  item        uuid                     not null,
  status      varchar(10)              not null,
  note        varchar(500)             not null,
  changed_by  varchar(100)             not null,
  changed_at  timestamp with time zone not null,
  sequence    integer                  not null,
  constraint pk_list_item_progress primary key (id),
  constraint uk_list_item_progress unique (item, sequence),
  constraint fk_list_item_progress_item foreign key (item) references list_item (id) on delete cascade,
  constraint ck_list_item_progress_status check (status = any (array['OPEN', 'CLAIMED', 'DOING', 'DONE', 'DROPPED']))
);
