-- Drafts of diagrams, and who released what.

create table diagram_draft (
  id              uuid                     not null,
  process         varchar(64)              not null,
  base_definition varchar(128),             -- the version it began with, null for a new process
  base_version    integer,
  xml             text                     not null,
  note            varchar(1000)            not null,
  state           varchar(12)              not null,
  content_hash    varchar(64)              not null,
  author          varchar(64)              not null,
  created_at      timestamp with time zone not null,
  updated_by      varchar(64)              not null,
  updated_at      timestamp with time zone not null,
  submitted_by    varchar(64),
  submitted_at    timestamp with time zone,
  decided_by      varchar(64),
  decided_at      timestamp with time zone,
  reason          varchar(1000),
  released        varchar(128),             -- the definition it became
  version         integer                  not null,
  constraint pk_diagram_draft primary key (id),
  constraint ck_diagram_draft_state check (state = any (array['EDITING', 'SUBMITTED', 'RELEASED', 'REFUSED']))
);
create index ix_diagram_draft_process on diagram_draft (process, updated_at);
create index ix_diagram_draft_state on diagram_draft (state, updated_at);

-- files beside the diagram that the draft changes: forms and decision tables
create table diagram_draft_file (
  draft   uuid         not null,
  name    varchar(200) not null,
  content text         not null,
  constraint pk_diagram_draft_file primary key (draft, name),
  constraint fk_diagram_draft_file foreign key (draft) references diagram_draft (id)
);

-- everybody who changed a draft: none of them may release it
create table diagram_draft_editor (
  draft    uuid        not null,
  username varchar(64) not null,
  constraint pk_diagram_draft_editor primary key (draft, username),
  constraint fk_diagram_draft_editor foreign key (draft) references diagram_draft (id)
);
