# rule: python_types.text_and_number
# source: constructed
# says: 'pages: ' is text, pages is the number 7
# says: str\(pages\)
# %% fails
pages = 7
print('pages: ' + pages)
# %% mended
pages = 7
print('pages: ' + str(pages))
