-- Party organisations, departments, people and who holds which role from when to when.

create table organisation (
  code              varchar(20)              not null,
  name_en           varchar(200)             not null,
  name_zh           varchar(200)             not null,
  short_zh          varchar(60),
  name_key          varchar(200),            -- the Chinese name, folded, while active; else null
  search_key        varchar(700)             not null, -- code and names, folded
  side              varchar(20)              not null,
  org_type          varchar(30)              not null,
  sector            varchar(20),
  parent_code       varchar(20),
  unit_name         varchar(200),
  industry          varchar(100),
  member_count      integer,
  term_end          date,
  address           varchar(300),
  plaque_wall_limit integer,
  note              varchar(1000),
  active            boolean                  not null,
  ended_on          date,
  merged_into       varchar(20),
  provenance        varchar(2),
  created_by        varchar(100)             not null,
  created_at        timestamp with time zone not null,
  updated_by        varchar(100)             not null,
  updated_at        timestamp with time zone not null,
  version           integer                  not null,
  constraint pk_organisation primary key (code),
  constraint uk_organisation_name unique (name_key),
  constraint fk_organisation_parent foreign key (parent_code) references organisation (code),
  constraint fk_organisation_merged_into foreign key (merged_into) references organisation (code),
  constraint ck_organisation_side check (side = any (array['ZONE', 'GOVERNMENT', 'ENTERPRISE', 'DEPARTMENT', 'GUEST', 'COMMUNITY'])),
  constraint ck_organisation_org_type check (org_type = any (array['WORKING_COMMITTEE', 'COMMITTEE', 'GENERAL_BRANCH', 'BRANCH',
    'JOINT_BRANCH', 'ADMIN', 'DEPARTMENT', 'COMMUNITY', 'COMPANY'])),
  constraint ck_organisation_sector check (sector = any (array['GOV_ORGAN', 'NEW_ECONOMIC', 'NEW_SOCIAL'])),
  constraint ck_organisation_ended check (active = (ended_on is null)),
  constraint ck_organisation_provenance check (provenance = any (array['S', 'S~', 'X', 'D']))
);

create index ix_organisation_side on organisation (side, code);
create index ix_organisation_parent on organisation (parent_code);
create index ix_organisation_merged_into on organisation (merged_into);

-- What an organisation was called before: one row per renaming.
create table organisation_name (
  id                uuid                     not null,
  organisation_code varchar(20)              not null,
  name_en           varchar(200)             not null,
  name_zh           varchar(200)             not null,
  short_zh          varchar(60),
  replaced_by       varchar(100)             not null,
  replaced_at       timestamp with time zone not null,
  constraint pk_organisation_name primary key (id),
  constraint fk_organisation_name_organisation foreign key (organisation_code) references organisation (code)
);

create index ix_organisation_name_organisation on organisation_name (organisation_code, replaced_at);

create table person (
  id                uuid                     not null,
  name              varchar(100)             not null,
  name_en           varchar(100),
  search_key        varchar(500)             not null, -- names and account, folded
  organisation_code varchar(20),
  job               varchar(200),
  membership        varchar(20)              not null,
  phone             varchar(30),
  username          varchar(100),
  note              varchar(1000),
  active            boolean                  not null,
  ended_on          date,
  provenance        varchar(2),
  created_by        varchar(100)             not null,
  created_at        timestamp with time zone not null,
  updated_by        varchar(100)             not null,
  updated_at        timestamp with time zone not null,
  version           integer                  not null,
  constraint pk_person primary key (id),
  constraint uk_person_username unique (username),
  constraint fk_person_organisation foreign key (organisation_code) references organisation (code),
  constraint ck_person_membership check (membership = any (array['FORMAL', 'PROBATIONARY', 'NO'])),
  constraint ck_person_ended check (active = (ended_on is null)),
  constraint ck_person_provenance check (provenance = any (array['S', 'S~', 'X', 'D']))
);

create index ix_person_organisation on person (organisation_code);

-- What a department (an organisation of side DEPARTMENT) is for.
create table department (
  organisation_code varchar(20)              not null,
  duties            varchar(2000),
  categories        varchar(500)             not null, -- codes of problem categories, separated by commas
  head              uuid,
  backup            uuid,
  created_by        varchar(100)             not null,
  created_at        timestamp with time zone not null,
  updated_by        varchar(100)             not null,
  updated_at        timestamp with time zone not null,
  version           integer                  not null,
  constraint pk_department primary key (organisation_code),
  constraint fk_department_organisation foreign key (organisation_code) references organisation (code),
  constraint fk_department_head foreign key (head) references person (id),
  constraint fk_department_backup foreign key (backup) references person (id)
);

create index ix_department_head on department (head);
create index ix_department_backup on department (backup);

-- A person holds a role from one day to another; both days count.
create table role_assignment (
  id                uuid                     not null,
  person            uuid                     not null,
  role              varchar(30)              not null,
  organisation_code varchar(20),             -- for roles of an organisation, else null
  valid_from        date                     not null,
  valid_to          date,
  ended             boolean                  not null, -- taken away: counts no more, whatever the dates say
  deputy_of         uuid,                    -- the assignment this one stands in for
  note              varchar(300),
  provenance        varchar(2),
  created_by        varchar(100)             not null,
  created_at        timestamp with time zone not null,
  updated_by        varchar(100)             not null,
  updated_at        timestamp with time zone not null,
  version           integer                  not null,
  constraint pk_role_assignment primary key (id),
  constraint fk_role_assignment_person foreign key (person) references person (id),
  constraint fk_role_assignment_organisation foreign key (organisation_code) references organisation (code),
  constraint fk_role_assignment_deputy_of foreign key (deputy_of) references role_assignment (id),
  constraint ck_role_assignment_dates check (valid_to is null or valid_to >= valid_from),
  constraint ck_role_assignment_deputy check (deputy_of is null or deputy_of <> id),
  constraint ck_role_assignment_provenance check (provenance = any (array['S', 'S~', 'X', 'D']))
);

create index ix_role_assignment_role on role_assignment (role, organisation_code);
create index ix_role_assignment_person on role_assignment (person);
create index ix_role_assignment_organisation on role_assignment (organisation_code);
create index ix_role_assignment_deputy_of on role_assignment (deputy_of);

-- Up to which day the beginnings and ends of assignments have been told to other rooms.
create table role_day (
  id      integer not null,
  told_to date    not null,
  constraint pk_role_day primary key (id),
  constraint ck_role_day_one check (id = 1)
);

-- A file that was uploaded and looked at, waiting for somebody to say yes.
create table organisation_import (
  id         uuid                     not null,
  kind       varchar(20)              not null,
  file_name  varchar(200)             not null,
  content    text                     not null,
  created_by varchar(100)             not null,
  created_at timestamp with time zone not null,
  constraint pk_organisation_import primary key (id),
  constraint ck_organisation_import_kind check (kind = any (array['ORGANISATIONS', 'PEOPLE']))
);
