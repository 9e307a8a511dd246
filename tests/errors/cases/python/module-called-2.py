# rule: python_calling.module_called
# source: constructed
# says: for i in tqdm\.tqdm\(range\(3\)\): pass
# says: tqdm
# %% fails
import tqdm
for i in tqdm(range(3)): pass
# %% mended
import tqdm
for i in tqdm.tqdm(range(3)): pass
