# rule: python_raised.raised_on_purpose
# source: constructed
# says: encode raised this itself: line 3 of its cell says so if l not in codebook\.
# says: encode
# %% before
codebook = {'cat':0}
def encode(l):
    if l not in codebook: raise KeyError(f"label '{l}' missing in codebook")
# %% fails
encode('dog')
