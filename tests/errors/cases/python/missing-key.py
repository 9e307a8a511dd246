# rule: python_values.missing_key
# source: constructed
# says: if 'learning_rate' in config:
# says: config
# %% fails
config = {'lr':1e-3,'epochs':5}
config['learning_rate']
# %% mended
config = {'lr':1e-3,'epochs':5}
if 'learning_rate' in config:
    config['learning_rate']
