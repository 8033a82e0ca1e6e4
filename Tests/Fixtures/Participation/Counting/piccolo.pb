META
key;value
description;Prova
country;Italia
unit;Borgo
instance;2026
num_projects;5
num_votes;10
rule;greedy
date_begin;2026
date_end;2026
currency;EUR
budget;1000
vote_type;approval
PROJECTS
project_id;cost;name
orto;400;Orto condiviso
coro;300;Coro
bici;500;Officina delle bici
film;200;Cinema in cortile
muro;100;Muro da dipingere
VOTES
voter_id;vote
1;orto,coro
2;orto,coro
3;orto,coro
4;orto,bici
5;orto
6;bici,film
7;bici,film
8;film
9;film,muro
10;coro
