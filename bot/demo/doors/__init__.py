"""The two ways to call the stand-in, over HTTP and in process, and how an answer fails on its way."""
