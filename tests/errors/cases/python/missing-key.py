# rule: python_values.missing_key
# source: constructed
# says: config\.get\('learning_rate', 0\)
# says: config
# %% fails
config = {'lr':1e-3,'epochs':5}
config['learning_rate']
# %% mended
config = {'lr':1e-3,'epochs':5}
config.get('learning_rate', 0)
