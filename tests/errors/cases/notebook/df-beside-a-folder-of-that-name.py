# rule: notebook_undefined.never_defined
# source: constructed
# says: data
# says: not run in this session
# %% before
import os
os.makedirs('data', exist_ok=True)
date = '2019'
dates = [date]
# %% fails
print(len(data))
# %% mended
data = [1, 2]
print(len(data))
