-- The photos published with news: copies made small, without what cameras write into them.
create table activity_news_photo (
  news       uuid    not null,
  position   integer not null,
  attachment uuid    not null,
  constraint pk_activity_news_photo primary key (news, position),
  constraint fk_activity_news_photo_news foreign key (news) references activity_news (id),
  constraint fk_activity_news_photo_attachment foreign key (attachment) references attachment (id)
);

create index ix_activity_news_photo_attachment on activity_news_photo (attachment);
create index ix_activity_news_case on activity_news (case_number);
