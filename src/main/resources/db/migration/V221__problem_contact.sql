-- The phone number of a reporter between the form and the register: it never stands in the case.
create table problem_contact (
  case_number varchar(30) not null,
  phone       varchar(30) not null,
  constraint pk_problem_contact primary key (case_number)
);
