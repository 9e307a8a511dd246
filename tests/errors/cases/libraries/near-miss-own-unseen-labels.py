# rule: none
# source: constructed
# %% fails
raise ValueError("y contains previously unseen labels: 'Rome'")
