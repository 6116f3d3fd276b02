-- The texts of papers and mails as the house words them: every version after the one delivered.

create table wording (
  name       varchar(40)              not null,
  version    integer                  not null,
  text_en    varchar(2000),
  text_zh    varchar(2000)            not null,
  reason     varchar(1000)            not null,
  changed_by varchar(100)             not null,
  changed_at timestamp with time zone not null,
  constraint pk_wording primary key (name, version)
);
