# rule: notebook_imports.hidden_by_own_file
# source: https://stackoverflow.com/questions/36250353 (a file of the learner's is named like the library)
# says: random\.py
# says: my_random\.py
# %% before
import sys
from pathlib import Path
Path('random.py').write_text('x = 1')
sys.modules.pop('random', None)
sys.path.insert(0, '')
# %% fails
import random
random.randint(1, 2)
