# rule: python_attributes.no_such_part_of_module
# source: constructed
# says: PIL\.Image
# says: PIL
# %% fails
import PIL
PIL.Imagee
# %% mended
import PIL
PIL.Image
