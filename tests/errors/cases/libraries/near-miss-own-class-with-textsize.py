# rule: not libraries_methods_gone.method_gone
# source: constructed
# %% before
class ImageDraw:
    pass
d = ImageDraw()
# %% fails
d.textsize('bear')
