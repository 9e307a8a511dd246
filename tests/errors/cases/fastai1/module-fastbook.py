# rule: fastai1_imports.module_not_there
# source: https://github.com/fastai/fastbook/issues/238
# says: fastbook
# says: %pip install
# %% fails
import fastbook
fastbook.setup_book()
