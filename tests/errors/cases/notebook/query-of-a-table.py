# rule: cells_typed.query_in_a_cell
# source: constructed
# says: SQL, not Python
# says: read_sql_query\('SELECT \* FROM employees WHERE\s+salary > 100', con\)
# %% fails
SELECT * FROM employees WHERE salary > 100;
# %% mended
import sqlite3
import pandas as pd
con = sqlite3.connect('data.db')
con.execute('CREATE TABLE employees (name TEXT, salary INTEGER)')
pd.read_sql_query('SELECT * FROM employees WHERE salary > 100', con)
