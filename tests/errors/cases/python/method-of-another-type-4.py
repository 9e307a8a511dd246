# rule: python_attributes.method_of_another_type
# source: constructed
# says: d\['lr'\]
# %% fails
d={'lr':1}
d.lr
# %% mended
d={'lr':1}
d['lr']
