# rule: notebook.magic_without_percent
# source: constructed
# says: %reload_ext autoreload
# says: reload_ext
# %% fails
reload_ext autoreload
autoreload 2
x = 1
