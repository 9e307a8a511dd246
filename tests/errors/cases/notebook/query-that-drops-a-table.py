# rule: cells_typed.query_in_a_cell
# source: a learner's notebook
# says: con.execute\('DROP TABLE IF EXISTS dept_emp'\)
# %% fails
DROP TABLE IF EXISTS dept_emp;
CREATE TABLE titles (title TEXT);
# %% mended
import sqlite3
con = sqlite3.connect('data.db')
con.execute('DROP TABLE IF EXISTS dept_emp')
