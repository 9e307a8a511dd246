# rule: python_stores.no_such_table
# source: constructed
# says: con\.execute\('CREATE TABLE users \(…\)'\)
# says: users
# %% before
import sqlite3
con = sqlite3.connect(':memory:')
# %% fails
con.execute('select * from users')
