# rule: notebook_imports.hidden_by_own_file
# source: constructed
# says: !mv random\.py my_random\.py
# says: import
# %% before
open('random.py','w').write('x = 1')
import sys; sys.modules.pop('random'); sys.path.insert(0,'')
# %% fails
import random
random.randint(1,2)
