# rule: picture_sizes.not_for_jpeg
# source: https://stackoverflow.com/questions/21669657 (cannot write mode P as JPEG)
# says: palette
# says: icon\.convert\('RGB'\)\.save\('icon\.jpg'\)
# %% before
from PIL import Image
Image.new("P", (16, 16)).save("icon.gif")
# %% fails
icon = Image.open("icon.gif").convert("P")
icon.save("icon.jpg")
# %% mended
icon = Image.open("icon.gif").convert("P")
icon.convert('RGB').save("icon.jpg")
