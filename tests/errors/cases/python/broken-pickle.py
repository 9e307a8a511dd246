# rule: python_stores.broken_pickle
# source: constructed
# says: with open\('x\.pkl', 'wb'\) as f: pickle\.dump\(obj, f\)
# says: x\.pkl
# %% before
import pickle; open('x.pkl','wb').close()
# %% fails
pickle.load(open('x.pkl','rb'))
