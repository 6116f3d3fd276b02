-- Whoever helps to write a form is told when it opens.

alter table notification drop constraint ck_notification_kind;
alter table notification add constraint ck_notification_kind check (kind = any (array['TASK', 'REMINDER', 'ESCALATED',
  'URGED', 'RETURNED', 'ENDED', 'COMMENT', 'COPY', 'MENTION', 'EDIT']));
