# rule: none
# source: constructed
# %% before
def save(): raise PermissionError('not today')
# %% fails
save()
