META
key;value
description;Prova con una parità che decide
country;Italy
unit;Bollate
instance;2026
num_projects;3
num_votes;4
budget;200
vote_type;approval
rule;greedy
date_begin;2026
date_end;2026
currency;EUR
PROJECTS
project_id;cost;name
a;100;Orto condiviso
b;100;Bar
c;100;Coro
VOTES
voter_id;vote
v1;a,b
v2;c,a
v3;b
v4;a,c
