# rule: paths.no_such_file
# source: constructed
# says: root of the disk
# says: 'data/a\.txt'
# %% before
import os
os.makedirs('data'); open('data/a.txt', 'w').write('hello')
# %% fails
open('/data/a.txt').read()
# %% mended
open('data/a.txt').read()
