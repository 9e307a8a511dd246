# rule: python_attributes.no_such_part_of_module
# source: constructed
# says: pathlib\.Path\('x'\)
# says: pathlib
# %% fails
import pathlib
pathlib.Paht('x')
# %% mended
import pathlib
pathlib.Path('x')
