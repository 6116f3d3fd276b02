-- On which day of a month an organisation holds its theme Party day, such as the second Friday.
create table party_day (
  organisation_code varchar(20)              not null,
  week              integer                  not null, -- 1 to 4, 5 for the last
  weekday           integer                  not null, -- 1 Monday to 7 Sunday
  changed_by        varchar(100)             not null,
  changed_at        timestamp with time zone not null,
  version           integer                  not null,
  constraint pk_party_day primary key (organisation_code),
  constraint fk_party_day_organisation foreign key (organisation_code) references organisation (code),
  constraint ck_party_day_week check (week between 1 and 5),
  constraint ck_party_day_weekday check (weekday between 1 and 7)
);
