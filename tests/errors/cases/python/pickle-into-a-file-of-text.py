# rule: python_json.bytes_or_text
# source: constructed
# says: pickle.dump writes bytes
# says: with open\('m.pkl', 'wb'\) as fh:
# %% before
import pickle
# %% fails
with open('m.pkl', 'w') as fh:
    pickle.dump({'a': 1}, fh)
# %% mended
with open('m.pkl', 'wb') as fh:
    pickle.dump({'a': 1}, fh)
