# rule: saving_lambdas.holds_a_lambda
# source: constructed
# says: defaultdict
# says: dict\(counts\)
# %% before
import pickle, torch
from collections import defaultdict
counts = defaultdict(lambda: 0)
for w in 'a b a'.split(): counts[w]+=1
# %% fails
pickle.dump(counts, open('counts.pkl','wb'))
# %% mended
pickle.dump(dict(counts), open('counts.pkl','wb'))
