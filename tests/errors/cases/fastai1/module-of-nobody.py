# rule: notebook_imports.not_installed
# source: constructed
# %% before
import fastai.vision.all
# %% fails
import zzz_no_such_package
