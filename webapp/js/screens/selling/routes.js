/** The places of this part. */
export default [];
